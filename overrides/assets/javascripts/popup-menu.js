/* One menu for the buttons of a page that offer more than one thing: by mouse, by touch, by keys.
 *
 * Notices.popupMenu.toggle(button, [[words, action, deep], …])  opens the menu below the button, or closes it; `deep` sets a line in
 * Notices.popupMenu.say(words)                                  says for a moment what was done
 */
(function () {
  "use strict";

  const page = document.querySelector(".md-content__inner");
  if (!page || !document.querySelector(".tools, .document")) return;

  const menu = document.createElement("div");
  menu.className = "cite-menu";
  menu.setAttribute("role", "menu");
  menu.hidden = true;
  const status = document.createElement("p");
  status.className = "cite-status";
  status.setAttribute("role", "status");
  page.append(menu, status);
  let opener = null;
  let timer = 0;

  function item(offer) {
    const made = document.createElement("button");
    made.type = "button";
    made.setAttribute("role", "menuitem");
    made.textContent = offer[0];
    if (offer[2]) made.className = "point-choice";
    made.addEventListener("mousedown", (event) => { event.preventDefault(); }); // keeps the selection
    made.addEventListener("click", () => {
      close(true);
      offer[1]();
    });
    return made;
  }

  function open(from, offers) {
    close(false);
    opener = from;
    opener.setAttribute("aria-expanded", "true");
    menu.setAttribute("aria-label", opener.getAttribute("aria-label") || opener.textContent);
    menu.replaceChildren(...offers.map(item));
    menu.hidden = false;
    const around = page.getBoundingClientRect();
    const box = from.getBoundingClientRect();
    menu.style.top = `${box.bottom - around.top + 4}px`;
    menu.style.left = `${Math.max(0, Math.min(box.left - around.left, around.width - menu.offsetWidth))}px`;
    menu.firstChild.focus({ preventScroll: true });
  }

  function close(giveBack) {
    if (menu.hidden) return;
    menu.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    if (giveBack) opener.focus({ preventScroll: true });
  }

  menu.addEventListener("keydown", (event) => {
    const items = Array.from(menu.children);
    const at = items.indexOf(document.activeElement);
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (goal !== undefined) {
      event.preventDefault();
      items[(goal + items.length) % items.length].focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      close(true);
    }
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target) && event.target !== opener) close(false);
  });

  Notices.popupMenu = {
    toggle(button, offers) {
      if (!menu.hidden && opener === button) close(true);
      else open(button, offers);
    },
    say(words) {
      status.textContent = words;
      clearTimeout(timer);
      timer = setTimeout(() => { status.textContent = ""; }, 2500);
    },
  };
})();
