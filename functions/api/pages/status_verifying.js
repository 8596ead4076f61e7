// Whether the journal is as it was written, computed here: nobody has to trust what sent it. The
// seals are as the journal makes them, the faults those that `earshot journal verify` finds.

const inAscii = (value) => JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) =>
  `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

// SHA-256 of one JSON object in ASCII, its keys in order and without spaces. The API tells times
// in UTC, as they are sealed.
const sealOf = async ({ at, number, previous, what, who, why }, id) => {
  const said = inAscii({ at, case: id, number, previous, what, who, why });
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(said));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

// `fault` is the number of the first entry that is not what belongs there, null where all are. The
// `unsealed` first ones are from before there were seals, and nothing vouches for them.
const verified = async ({ case_id: id, entries, journal_head: head, capped }) => {
  const first = capped && entries.length ? entries[0].number : 1;
  let unsealed = 0;
  let last = null;
  for (const [place, entry] of entries.entries()) {
    const due = first + place;
    const wrong = { unsealed, fault: Math.min(due, entry.number) };
    if (entry.number !== due) return wrong;
    if (entry.hash === null) {
      if (entry.previous !== null || last !== null) return wrong;
      unsealed += 1;
      continue;
    }
    if (entry.hash !== await sealOf(entry, id)) return wrong;
    if (entry.previous !== last && (place || first === 1)) return wrong;
    last = entry.hash;
  }
  if (last === head) return { unsealed, fault: null };
  if (head === null) return { unsealed, fault: first + unsealed };
  const known = entries.findIndex(({ hash }) => hash === head);
  return { unsealed, fault: first + (known < 0 ? entries.length : known + 1) };
};
