import type { Ctx } from '../../context.ts';
import * as members from '../../store/group-members.ts';
import * as groups from '../../store/groups.ts';
import { requireRegistered } from '../users/registered.ts';
import { getGroup } from './owned-groups.ts';

/** What is stored of a group. */
export type Group = groups.GroupRow;

/** A member with what is known of the user; an id that was never registered has nulls. */
export type Member = members.MemberRow & { isOwner: boolean };

export interface Page {
  offset: number;
  limit: number;
}

/** Of the app, in order of joining; nobody for an unknown group. */
export async function listMemberIds(ctx: Ctx, groupId: string): Promise<string[]> {
  return members.listMemberIds(ctx.db, ctx.app.id, groupId);
}

/** The members of all apps with what is known of them, in order of joining. Fails with `group-unknown`. */
export async function listMembers(ctx: Ctx, gid: number): Promise<Member[]> {
  const { owner_app_id, owner_id } = await getGroup(ctx, gid);
  const rows = await members.listMembers(ctx.db, gid);
  return rows.map((row) => ({ ...row, isOwner: row.app_id === owner_app_id && row.user_id === owner_id }));
}

/** Those of the app in order of joining, all without a page; none for an unknown user. */
export async function listGroupsOf(ctx: Ctx, userId: string, page?: Page): Promise<Group[]> {
  return members.listGroupsOf(ctx.db, { appId: ctx.app.id, id: userId }, page);
}

/** Those of all apps in order of joining, each with the key of its app. Fails with `user-unknown`. */
export async function listGroupsAcrossApps(ctx: Ctx, userId: string): Promise<(Group & { app_key: string })[]> {
  await requireRegistered(ctx, [userId]);
  return members.listGroupsAcrossApps(ctx.db, { appId: ctx.app.id, id: userId });
}

/** In order of creation. */
export async function listGroups(ctx: Ctx, page: Page): Promise<{ total: number; groups: Group[] }> {
  const [total, rows] = await Promise.all([groups.countGroups(ctx.db, ctx.app.id), groups.pageOfGroups(ctx.db, ctx.app.id, page)]);
  return { total, groups: rows };
}
