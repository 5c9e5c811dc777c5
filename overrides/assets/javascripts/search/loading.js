/* Parts of the search data as classic scripts: the same files in a worker, in a page, over http and from the disk. */
(function (search) {
  "use strict";

  const received = new Map();
  self.__part = (key, data) => received.set(key, data);

  /* A function that promises the data of parts by their keys, in order; `root` is the address of the site's top.
     The promise fails where a file cannot be had. Calls may overlap: each file is then loaded once. `load.from(address)`
     is the same function for another volume, whose address is seen from this one; null where it leads back here. */
  function loader(root) {
    return loaderOf(root, true);
  }

  function loaderOf(root, isOwn) {
    const coming = new Map();
    let version = "";
    const address = (key) => `${root}search/${key}.js${version}`;

    function taken(key) {
      const data = received.get(key);
      received.delete(key);
      if (data === undefined) throw new Error(`no data in ${address(key)}`);
      return data;
    }

    function part(key) {
      // The page has brought it along, or another call just now.
      if (isOwn && received.has(key)) return received.get(key);
      if (!coming.has(key)) {
        // No other script runs between this one and what follows it, so that volumes with the same keys are kept apart.
        const loading = asElement(address(key)).then(() => taken(key));
        coming.set(key, loading.finally(() => coming.delete(key)));
      }
      return coming.get(key);
    }

    async function load(keys) {
      let data;
      if (typeof document === "object") {
        data = await Promise.all(keys.map(part));
      } else {
        importScripts(...keys.map(address));
        data = keys.map(taken);
      }
      const manifest = data[keys.indexOf("manifest")];
      if (manifest) version = `?${manifest.version}`; // so that no cache mixes two builds
      return data;
    }

    load.from = (other) => {
      const { href } = new URL(other, root);
      return href === root ? null : loaderOf(href, false);
    };
    return load;
  }

  /* Fulfilled when a script has run. */
  function asElement(address) {
    return new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => done(script.remove());
      script.onerror = () => fail(new Error(`cannot load ${address}`));
      document.head.append(script);
    });
  }

  Object.assign(search, { loader, asElement });
})((self.NoticeSearch = self.NoticeSearch || {}));
