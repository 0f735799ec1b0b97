import type { Ctx } from '../../context.ts';
import * as members from '../../store/group-members.ts';
import * as groups from '../../store/groups.ts';
import { getGroup } from './owned-groups.ts';

/** What is stored of a group. */
export type Group = groups.GroupRow;

export interface Page {
  offset: number;
  limit: number;
}

/** In order of joining; nobody for an unknown group. */
export async function listMemberIds(ctx: Ctx, groupId: string): Promise<string[]> {
  return members.listMemberIds(ctx.db, ctx.app.id, groupId);
}

/** The group and its members with what is known of them, in order of joining. Fails with `group-unknown`. */
export async function listMembers(ctx: Ctx, gid: number): Promise<{ group: Group; members: members.MemberRow[] }> {
  const group = await getGroup(ctx, gid);
  return { group, members: await members.listMembers(ctx.db, gid) };
}

/** In order of joining, all without a page; none for an unknown user. */
export async function listGroupsOf(ctx: Ctx, userId: string, page?: Page): Promise<Group[]> {
  return members.listGroupsOf(ctx.db, { appId: ctx.app.id, userId }, page);
}

/** In order of creation. */
export async function listGroups(ctx: Ctx, page: Page): Promise<{ total: number; groups: Group[] }> {
  const [total, rows] = await Promise.all([groups.countGroups(ctx.db, ctx.app.id), groups.pageOfGroups(ctx.db, ctx.app.id, page)]);
  return { total, groups: rows };
}
