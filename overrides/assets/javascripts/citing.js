/* Permanent links: a click marks the place and opens a menu that copies its address, a citation, or words and source. */
(function () {
  "use strict";

  if (!document.querySelector(".document")) return;

  var menu = document.createElement("div");
  menu.className = "cite-menu";
  menu.setAttribute("role", "menu");
  menu.hidden = true;
  var status = document.createElement("p");
  status.className = "cite-status";
  status.setAttribute("role", "status");
  document.querySelector(".md-content__inner").append(menu, status);
  var opener = null;

  function address(id, words) {
    var url = new URL(location.href);
    url.search = "";
    url.hash = id || "";
    return url.href + (words ? ":~:text=" + encodeURIComponent(words).replace(/-/g, "%2D") : "");
  }

  function citation(element) {
    return element.closest("[data-citation]").dataset.citation;
  }

  function copy(text) {
    function byHand() {
      var area = document.createElement("textarea");
      area.value = text;
      area.style.position = "fixed";
      area.style.opacity = "0";
      document.body.append(area);
      area.select();
      var done = document.execCommand("copy");
      area.remove();
      return done ? Promise.resolve() : Promise.reject(new Error("copy"));
    }
    var copied = navigator.clipboard ? navigator.clipboard.writeText(text).catch(byHand) : byHand();
    return copied.then(
      function () { say("已复制"); },
      function () { say("浏览器不允许复制"); }
    );
  }

  function say(text) {
    status.textContent = text;
    clearTimeout(say.timer);
    say.timer = setTimeout(function () { status.textContent = ""; }, 2500);
  }

  /* What the menu offers for a place: [word, action]. */
  function offers(id, element) {
    var unit = window.blockText.unit(id);
    var found = [
      ["复制链接", function () { return copy(address(id)); }],
      ["复制引用", function () { return copy(citation(element)); }],
      ["复制文字和出处", function () {
        return copy("“" + window.blockText.read(unit) + "”\n——" + citation(element) + "\n" + address(id));
      }],
    ];
    var lines = (element.closest("[data-lines]") || unit.querySelector("[data-lines]") || {}).dataset;
    if (lines && document.getElementById("L" + lines.lines.split("-")[0])) {
      found.push(["看原貌第 " + lines.lines.replace("-", "–") + " 行", function () {
        var url = new URL(location.href);
        url.searchParams.set("view", "source");
        url.hash = "L" + lines.lines.split("-")[0];
        location.assign(url);
      }]);
    }
    return found;
  }

  function selectionOffers() {
    var selection = window.getSelection();
    var words = selection.toString().trim();
    var holder = selection.rangeCount && selection.getRangeAt(0).startContainer.parentElement;
    var place = words && holder && holder.closest(".text [id]");
    if (place) {
      return [["复制选中文字和出处", function () {
        return copy("“" + words + "”\n——" + citation(place) + "\n" + address(place.id, words));
      }]];
    }
    var first = document.querySelector("[data-citation]");
    return [
      ["复制引用", function () { return copy(first.dataset.citation); }],
      ["复制引用和链接", function () { return copy(first.dataset.citation + "\n" + address("")); }],
      ["复制链接", function () { return copy(address("")); }],
    ];
  }

  function open(from, list, points) {
    close(false);
    opener = from;
    opener.setAttribute("aria-expanded", "true");
    menu.replaceChildren();
    list.forEach(function (offer) {
      var item = document.createElement("button");
      item.type = "button";
      item.setAttribute("role", "menuitem");
      item.textContent = offer[0];
      item.addEventListener("mousedown", function (event) { event.preventDefault(); }); // keeps the selection
      item.addEventListener("click", function () {
        offer[1]();
        close(true);
      });
      menu.append(item);
    });
    (points || []).forEach(function (point) {
      var item = document.createElement("button");
      item.type = "button";
      item.setAttribute("role", "menuitem");
      item.className = "point-choice";
      item.textContent = window.blockText.read(point).slice(0, 12) + "…";
      item.addEventListener("click", function () { choose(point.querySelector(".permalink")); });
      menu.append(item);
    });
    menu.hidden = false;
    var page = menu.parentElement.getBoundingClientRect();
    var box = from.getBoundingClientRect();
    menu.style.top = box.bottom - page.top + 4 + "px";
    menu.style.left = Math.max(0, Math.min(box.left - page.left, page.width - menu.offsetWidth)) + "px";
    menu.querySelector("button").focus({ preventScroll: true });
  }

  function close(giveBack) {
    if (menu.hidden) return;
    menu.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    if (giveBack) opener.focus({ preventScroll: true });
  }

  function choose(link) {
    var id = decodeURIComponent(link.hash.slice(1));
    if (location.hash !== link.hash) {
      var scroll = window.scrollY;
      location.hash = link.hash; // marks the place, and is in the address to share
      window.scrollTo(0, scroll);
    }
    var unit = window.blockText.unit(id);
    open(link, offers(id, link), unit.matches(".point") ? [] : unit.querySelectorAll(".point"));
  }

  document.querySelectorAll(".text .permalink").forEach(function (link) {
    link.setAttribute("aria-label", "本段的链接和引用");
    link.setAttribute("aria-haspopup", "menu");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (!menu.hidden && opener === link) close(true);
      else choose(link);
    });
  });

  var tool = document.querySelector('.tools [data-tool="cite"]');
  if (tool) {
    tool.addEventListener("mousedown", function (event) { event.preventDefault(); });
    tool.addEventListener("click", function () {
      if (!menu.hidden && opener === tool) close(true);
      else open(tool, selectionOffers());
    });
  }

  menu.addEventListener("keydown", function (event) {
    var items = Array.from(menu.children);
    var at = items.indexOf(document.activeElement);
    var goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (goal !== undefined) {
      event.preventDefault();
      items[(goal + items.length) % items.length].focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      close(true);
    }
  });
  document.addEventListener("click", function (event) {
    if (!menu.hidden && !menu.contains(event.target) && event.target !== opener) close(false);
  });
})();
