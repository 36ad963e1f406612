import { valuesOf } from "../lib/server.js";

const MOST = 100;
const asked = new WeakSet();

/** The title of a project, or what it is called until that has arrived. */
export function titleOf({ title }) {
  return title ?? "A project";
}

/** Fetch the titles of projects that came without, since there are very many; each is asked for once. */
export async function entitle(projects, address) {
  const untitled = projects.filter((project) => !project.title && !asked.has(project));
  for (const project of untitled) asked.add(project);
  while (untitled.length) {
    const some = untitled.splice(0, MOST);
    const query = new URLSearchParams(some.map(({ id }) => ["id", id]));
    const titles = await valuesOf(`${address}?${query}`).catch(() => ({}));
    for (const project of some) project.title = titles[project.id];
  }
}
