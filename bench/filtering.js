// Changes every filter of the map page in turn, and gives the milliseconds until each result is painted.
async () => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const shown = () => new Promise((done) => document.addEventListener("escwg:shown", done, { once: true }));
  const took = [];
  for (const { id } of document.querySelectorAll("#filters :is([type=checkbox], [type=radio])")) {
    const choice = document.getElementById(id);
    if (choice.checked && choice.type === "radio") continue;
    const began = performance.now();
    choice.click();
    await shown();
    await painted();
    took.push(performance.now() - began);
  }
  return took;
};
