/* One menu for the buttons of a page that offer more than one thing: by mouse, by touch, by keys.
 *
 * Notices.popupMenu.toggle(button, offers)  opens the menu below the button, or closes it
 * Notices.popupMenu.copy(text)              copies a text and says so
 * Notices.popupMenu.say(words)              says for a moment what was done
 */
(function () {
  "use strict";

  const page = document.querySelector(".md-content__inner");
  if (!page || !document.querySelector(".tools, .document")) return;

  const GAP = 4; // pixels between button and menu, so that the focus ring of the button stays visible
  const MESSAGE_TIME = 2500; // ms, enough to read a few characters

  const menu = document.createElement("div");
  menu.className = "cite-menu";
  menu.setAttribute("role", "menu");
  menu.hidden = true;
  const status = document.createElement("p");
  status.className = "cite-status";
  status.setAttribute("role", "status");
  page.append(menu, status);
  const bar = document.querySelector(".md-content__inner > .tools");
  /** @type {HTMLElement | null} */
  let opener = null; // the button that the menu belongs to
  let timer = 0;

  /** @param {Offer} offer */
  function item([words, action, isIndented]) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("role", "menuitem");
    button.textContent = words;
    if (isIndented) button.className = "point-choice";
    button.addEventListener("mousedown", (event) => { event.preventDefault(); }); // keeps the selection
    button.addEventListener("click", () => {
      close(true);
      action();
    });
    return button;
  }

  /** @param {HTMLElement} button @param {Offer[]} offers */
  const open = (button, offers) => {
    close(false);
    opener = button;
    opener.setAttribute("aria-expanded", "true");
    menu.setAttribute("aria-label", opener.getAttribute("aria-label") || opener.textContent || "");
    const items = offers.map(item);
    menu.replaceChildren(...items);
    menu.hidden = false;
    const holder = bar && bar.contains(button) ? bar : page; // the bar stays in view, and its menus with it
    holder.append(menu);
    const around = holder.getBoundingClientRect();
    const box = button.getBoundingClientRect();
    menu.style.top = `${box.bottom - around.top + GAP}px`;
    menu.style.left = `${Math.max(0, Math.min(box.left - around.left, around.width - menu.offsetWidth))}px`;
    items[0].focus({ preventScroll: true });
  };

  /** @param {boolean} givesFocusBack */
  function close(givesFocusBack) {
    if (menu.hidden || !opener) return;
    menu.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    if (givesFocusBack) opener.focus({ preventScroll: true });
  }

  menu.addEventListener("keydown", (event) => {
    const items = Array.from(menu.querySelectorAll("button"));
    const at = items.findIndex((button) => button === document.activeElement);
    /** @type {Record<string, number | undefined>} */
    const goals = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    const goal = goals[event.key];
    if (goal !== undefined) {
      event.preventDefault();
      items[(goal + items.length) % items.length].focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      close(true);
    }
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(/** @type {Node} */ (event.target)) && event.target !== opener) close(false);
  });

  /** @param {string} text */
  function copy(text) {
    function byHand() {
      const area = document.createElement("textarea");
      area.value = text;
      area.style.position = "fixed";
      area.style.opacity = "0";
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done ? Promise.resolve() : Promise.reject(new Error("copy"));
    }
    const copied = navigator.clipboard ? navigator.clipboard.writeText(text).catch(byHand) : byHand();
    return copied.then(
      () => { Notices.popupMenu.say("已复制"); },
      () => { Notices.popupMenu.say("浏览器不允许复制"); }
    );
  }

  Notices.popupMenu = {
    copy,
    toggle(button, offers) {
      if (!menu.hidden && opener === button) close(true);
      else open(button, offers);
    },
    say(words) {
      status.textContent = words;
      clearTimeout(timer);
      timer = setTimeout(() => { status.textContent = ""; }, MESSAGE_TIME);
    },
  };
})();
