// What plain HTML cannot do. Everything works without this file as forms and links; nothing here evaluates text as code
// or writes styles, so the page's Content-Security-Policy holds.
(() => {
  "use strict";

  const on = (type, selector, act) =>
    document.addEventListener(type, (event) => {
      const target = event.target instanceof Element ? event.target.closest(selector) : null;
      if (target) act(target, event);
    });

  const typing = (element) => element instanceof Element && element.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  const plain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;

  // ---- rows of a table and entries of a queue: j, k, arrows, Home, End move; Enter follows the link itself.
  // Only while the focus is inside the region, so that no single key acts where it was not asked for.
  const stops = (region) => {
    const marked = region.querySelectorAll("[data-row]");
    const places = marked.length ? marked : region.matches("table") ? region.tBodies[0]?.rows ?? [] : region.querySelectorAll("li");
    return [...places].map((place) => place.querySelector("a[href], button, input:not([type=hidden])")).filter(Boolean);
  };

  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

  on("keydown", "[data-keys]", (region, event) => {
    if (!plain(event) || typing(event.target)) return;
    const press = region.querySelector(`[data-key="${CSS.escape(event.key)}"]`) ?? document.querySelector(`[data-keys-for="${CSS.escape(region.id)}"] [data-key="${CSS.escape(event.key)}"]`);
    if (press) {
      event.preventDefault();
      press.click();
      return;
    }
    if (!(event.key in step)) return;
    const all = stops(region);
    if (!all.length) return;
    const row = event.target.closest("tr, [data-row], li");
    const now = all.findIndex((stop) => row && row.contains(stop));
    const next = Math.min(all.length - 1, Math.max(0, now < 0 ? 0 : now + step[event.key]));
    event.preventDefault();
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  });

  // Arrow keys into a table from the scroll region around it.
  on("keydown", ".table-scroll", (region, event) => {
    if (event.target !== region || !plain(event) || !["j", "k"].includes(event.key)) return;
    const table = region.querySelector("table[data-keys]");
    const first = table && stops(table)[0];
    if (first) {
      event.preventDefault();
      first.focus();
    }
  });

  // ---- copy a table as tab-separated text, the way spreadsheets take it
  const cellText = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll("[aria-hidden=true], .visually-hidden, svg").forEach((part) => part.remove());
    copy.querySelectorAll(".sub, br, div, p, li").forEach((part) => part.before(" "));
    const text = copy.textContent.replace(/\s+/g, " ").trim();
    return /^[=+\-@＝＋－＠]/.test(text) && !/^-?[\d.,]+%?$/.test(text) ? "'" + text : text;
  };

  const tell = (near, text) => {
    let note = near.parentElement.querySelector(".copied-note");
    if (!note) {
      note = document.createElement("span");
      note.className = "copied-note";
      note.setAttribute("role", "status");
      near.after(note);
    }
    note.textContent = text;
    setTimeout(() => (note.textContent = ""), 4000);
  };

  const copyText = async (text) => {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };

  on("click", "[data-copy-table]", async (button) => {
    const table = document.getElementById(button.dataset.copyTable);
    const rows = [...table.rows].map((row) => [...row.cells].map(cellText).join("\t"));
    await copyText(rows.join("\r\n"));
    tell(button, button.dataset.copied);
  });

  // ---- filters and other small choices send themselves when picked with a pointer; on the keyboard, where every arrow key
  // changes a select, and in fields people type into, the button or Enter sends them (WCAG 3.2.2)
  let pointer = false;
  document.addEventListener("pointerdown", () => (pointer = true), true);
  document.addEventListener("keydown", () => (pointer = false), true);
  on("change", "form[data-autosubmit] select, form[data-autosubmit] input[type=checkbox], form[data-autosubmit] input[type=radio], form[data-autosubmit] input[type=date]", (field) => {
    if (pointer) field.form.requestSubmit();
  });

  // ---- dialogs: the command attribute does this alone where the browser knows it
  const commands = "commandForElement" in HTMLButtonElement.prototype;
  on("click", "[data-open-dialog]", (button) => {
    if (!commands) document.getElementById(button.dataset.openDialog)?.showModal();
  });
  on("click", "[data-close-dialog]", (button) => {
    if (!commands) document.getElementById(button.dataset.closeDialog)?.close();
  });

  // ---- one open menu at a time; Escape and a click elsewhere close it
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
  on("keydown", "details[data-menu][open]", (menu, event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // ---- double submission: the second press of the same button does nothing while the first is on its way
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "true";
    setTimeout(() => delete form.dataset.sent, 5000);
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

  // ---- combobox with suggestions (WAI-ARIA Authoring Practices: editable combobox with list autocomplete)
  class Combobox {
    constructor(root) {
      this.root = root;
      this.input = root.querySelector("[data-combobox-input]");
      this.value = root.querySelector("[data-combobox-value]");
      this.status = root.querySelector("[data-combobox-status]");
      this.list = document.createElement("ul");
      this.list.className = "combobox-list";
      this.list.id = this.input.id + "-list";
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", root.closest(".field")?.querySelector("label")?.firstChild.textContent.trim() ?? this.input.name);
      this.list.hidden = true;
      this.input.after(this.list);
      this.input.setAttribute("role", "combobox");
      this.input.setAttribute("aria-autocomplete", "list");
      this.input.setAttribute("aria-controls", this.list.id);
      this.input.setAttribute("aria-expanded", "false");
      this.active = -1;
      this.input.addEventListener("input", () => this.typed());
      this.input.addEventListener("keydown", (event) => this.key(event));
      this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
      this.list.addEventListener("mousedown", (event) => {
        event.preventDefault();
        const option = event.target.closest("[role=option]");
        if (option) this.choose([...this.list.children].indexOf(option));
      });
    }

    typed() {
      this.value.value = "";
      clearTimeout(this.timer);
      const text = this.input.value.trim();
      if ([...text].length < Number(this.root.dataset.minimum)) return this.close();
      this.timer = setTimeout(() => this.ask(text), 120);
    }

    async ask(text) {
      this.asking?.abort();
      const asking = (this.asking = new AbortController());
      const address = new URL(this.root.dataset.source, location.href);
      address.searchParams.set("q", text);
      try {
        const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "application/json" }, credentials: "same-origin" });
        if (!answer.ok) throw new Error(String(answer.status));
        this.show(await answer.json());
      } catch (problem) {
        if (problem.name === "AbortError") return;
        this.close();
        this.status.textContent = this.root.dataset.failed;
      }
    }

    show(options) {
      this.options = options;
      this.active = -1;
      this.list.replaceChildren(...options.map((option, index) => this.option(option, index)));
      this.list.hidden = options.length === 0;
      this.input.setAttribute("aria-expanded", String(options.length > 0));
      this.input.removeAttribute("aria-activedescendant");
      this.status.textContent = options.length ? this.root.dataset.found.replace("{n}", options.length) : this.root.dataset.none;
    }

    option({ label, detail, lang }, index) {
      const item = document.createElement("li");
      item.id = `${this.list.id}-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      if (lang) item.lang = lang;
      item.append(label);
      if (detail) {
        const more = document.createElement("span");
        more.className = "combobox-detail";
        more.textContent = detail;
        item.append(more);
      }
      return item;
    }

    key(event) {
      if (event.isComposing) return;
      const open = !this.list.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!open) return this.typedAgain();
        this.move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && open && this.active >= 0) {
        event.preventDefault();
        this.choose(this.active);
      } else if (event.key === "Escape" && open) {
        event.preventDefault();
        this.close();
      }
    }

    typedAgain() {
      const text = this.input.value.trim();
      if (text) this.ask(text);
    }

    move(by) {
      const items = [...this.list.children];
      this.active = (this.active + by + items.length + (this.active < 0 && by < 0 ? 1 : 0)) % items.length;
      items.forEach((item, index) => item.setAttribute("aria-selected", String(index === this.active)));
      this.input.setAttribute("aria-activedescendant", items[this.active].id);
      items[this.active].scrollIntoView({ block: "nearest" });
    }

    choose(index) {
      const chosen = this.options[index];
      this.value.value = chosen.value;
      this.input.value = chosen.label;
      this.status.textContent = "";
      this.close();
      this.value.dispatchEvent(new Event("change", { bubbles: true }));
      this.root.dispatchEvent(new CustomEvent("chosen", { bubbles: true, detail: chosen }));
    }

    close() {
      this.asking?.abort();
      this.list.hidden = true;
      this.active = -1;
      this.input.setAttribute("aria-expanded", "false");
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  // ---- what a fresh page or a fresh part of it needs
  const prepare = (part) => {
    part.querySelectorAll("[data-combobox]").forEach((root) => {
      if (!root.dataset.ready) new Combobox(root);
      root.dataset.ready = "true";
    });
  };

  document.documentElement.classList.add("js");
  prepare(document);
  document.querySelector("[data-focus-first]")?.focus();
  document.addEventListener("htmx:load", (event) => prepare(event.target));
})();
