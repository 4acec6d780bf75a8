/** The simulator's routes: read the village, act as one of its people, hear what happens. */

async function read(path, options) {
  const response = await fetch(path, { cache: "no-store", ...options });
  if (!response.ok && response.status >= 500) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

export const readPeople = () => read("/api/people");
export const readPhone = (user) => read(`/api/phones/${user}`);

/** Does one thing as this person; raises with the simulator's reason if it will not. */
export async function act(user, action) {
  const headers = { "Content-Type": "application/json" };
  return must(await read(`/api/phones/${user}/act`, { method: "POST", headers, body: JSON.stringify(action) }));
}

/** Sends a file from this computer as a photo, a voice or a document. */
export async function upload(user, action, file, fields = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ action, ...fields })) body.append(name, value);
  body.append("file", file, file.name);
  return must(await read(`/api/phones/${user}/act`, { method: "POST", body }));
}

function must(answer) {
  if (!answer.ok) throw new Error(answer.error ?? "?");
  return answer;
}

const SHORTEST = 300;
const LONGEST = 3000;

/**
 * Listens for as long as the page lives, dialling again by itself (0.3 s, doubling to 3 s).
 * `opened` runs on every new connection (whatever was on the screen may be of an earlier village); if it fails, so
 * does the connection.
 */
export function listen({ opened, lost, heard }) {
  let wait = SHORTEST;
  const dial = () => {
    const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/api/events`);
    socket.onopen = async () => {
      try {
        await opened();
        wait = SHORTEST;
      } catch {
        socket.close();
      }
    };
    socket.onmessage = ({ data }) => heard(JSON.parse(data));
    socket.onclose = () => {
      lost();
      setTimeout(dial, wait);
      wait = Math.min(LONGEST, wait * 2);
    };
  };
  dial();
}
