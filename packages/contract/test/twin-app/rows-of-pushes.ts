import type { Filling, Rows } from './filling.ts';

/** A push that is done. */
export function pushTaskOf({ appId, label, at }: Filling): NonNullable<Rows['push_tasks']>[number] {
  return {
    app_id: appId,
    public_id: `push of ${label}`,
    audience: JSON.stringify({ kind: 'all' }),
    platforms: ['ios'],
    notification: JSON.stringify({ alert: label }),
    message_id: null,
    state: 'done',
    created_at: at,
    finished_at: at,
  };
}

export function rowsOfPushes({ marked }: Filling, taskId: number): Rows {
  return {
    push_targets: marked.users.map((name) => ({
      task_id: taskId,
      user_id: name,
      device_id: `device of ${name}`,
      state: 'sent' as const,
      attempts: 1,
    })),
  };
}
