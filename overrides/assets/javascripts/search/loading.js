/* Parts of the search data as classic scripts: the same files in a worker, in a page, over http and from the disk. */
(function (search) {
  "use strict";

  /** @type {Map<string, unknown>} */
  const received = new Map();
  // A global function, because a page from file:// can load data only as a classic script, which calls it.
  self.__part = (key, data) => { received.set(key, data); };

  /** A function that promises the data of parts by their keys, in order; `root` is the address of the site's top.
   * The promise fails where a file cannot be had. Calls may overlap: each file is then loaded once. `load.from(address)`
   * is the same function for another volume, whose address is seen from this one; null where it leads back here.
   * @type {NoticeSearch["loader"]} */
  function loader(root) {
    return loaderOf(root, true);
  }

  /** @param {string} root @param {boolean} isOwn whether the page may have brought parts along @returns {Load} */
  function loaderOf(root, isOwn) {
    /** @type {Map<string, Promise<unknown>>} */
    const coming = new Map();
    let version = "";
    /** @param {string} key */
    const address = (key) => `${root}search/${key}.js${version}`;

    /** @param {string} key */
    function taken(key) {
      const data = received.get(key);
      received.delete(key);
      if (data === undefined) throw new Error(`no data in ${address(key)}`);
      return data;
    }

    /** @param {string} key */
    function part(key) {
      // The page has brought it along, or another call just now.
      if (isOwn && received.has(key)) return received.get(key);
      const pending = coming.get(key);
      if (pending) return pending;
      // No other script runs between this one and what follows it, so that volumes with the same keys are kept apart.
      const loading = asElement(address(key)).then(() => taken(key)).finally(() => coming.delete(key));
      coming.set(key, loading);
      return loading;
    }

    /** @param {readonly string[]} keys */
    async function loadParts(keys) {
      let data;
      if (typeof document === "object") {
        data = await Promise.all(keys.map(part));
      } else {
        importScripts(...keys.map(address));
        data = keys.map(taken);
      }
      const manifest = /** @type {Manifest | undefined} */ (data[keys.indexOf("manifest")]);
      if (manifest) version = `?${manifest.version}`; // so that no cache mixes two builds
      return data;
    }

    const load = /** @type {Load} */ (loadParts);
    load.from = (other) => {
      const { href } = new URL(other, root);
      return href === root ? null : loaderOf(href, false);
    };
    return load;
  }

  /** Fulfilled when a script has run.
   * @param {string} address @returns {Promise<void>} */
  function asElement(address) {
    return new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => {
        script.remove();
        done();
      };
      script.onerror = () => fail(new Error(`cannot load ${address}`));
      document.head.append(script);
    });
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ loader }));
})(Notices.search);
