// Computes a staff list away from the page, so that the page stays quick, and away from the network:
// the policy that this script is served with lets it connect nowhere. It gets everything by message:
// the module and the pack as bytes, the list as a file that only it reads.
//
// Every message is an array, its kind first. In: ["open", module, pack], ["list", settings, file],
// ["ask", number, request]. Out: ["opened", whether], ["unreadable"], ["refused", why],
// ["people", count], ["done", count], ["summary", bytes], ["answer", number, bytes],
// ["broken", error]. The page sends one at a time, and ends a computation by ending the worker.
"use strict";

// So many people between two looks at the clock.
const STEP = 50;
// Milliseconds between two words of progress.
const PAUSE = 60;
// What the module gives for a list that it refuses.
const REFUSED = 0xffffffff;

let wasm;

// Hands bytes to the module.
const put = (bytes) => {
  // Making room may move the memory, so that it is looked at afterwards.
  const at = wasm.room(bytes.length);
  new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
};

// What the module answered.
const take = () => {
  const bytes = new Uint8Array(wasm.memory.buffer, wasm.out(), wasm.out_length()).slice();
  wasm.forget();
  return bytes;
};

const say = (...words) => postMessage(words, words.filter((word) => word instanceof Uint8Array).map((word) => word.buffer));

const tasks = {
  async open(module, pack) {
    ({ exports: wasm } = (await WebAssembly.instantiate(module, {})).instance);
    put(pack);
    say("opened", wasm.open() === 1);
  },

  async list(settings, file) {
    put(settings);
    wasm.settings();
    let content;
    try {
      content = new Uint8Array(await file.arrayBuffer());
    } catch {
      // Moved, changed or forbidden since it was chosen.
      say("unreadable");
      return;
    }
    put(content);
    content = null;
    const people = wasm.read() >>> 0;
    if (people === REFUSED) {
      say("refused", take());
      return;
    }
    say("people", people);
    let told = performance.now();
    for (let done = 0; done < people; ) {
      done = wasm.step(STEP);
      if (performance.now() - told > PAUSE) {
        say("done", done);
        told = performance.now();
      }
    }
    wasm.summary();
    say("summary", take());
  },

  ask(number, request) {
    put(request);
    wasm.answer();
    say("answer", number, take());
  },
};

onmessage = async ({ data: [kind, ...words] }) => {
  try {
    await tasks[kind](...words);
  } catch (error) {
    say("broken", String(error));
  }
};
