/* Parts of the search data as classic scripts: the same files in a worker, in a page, over http and from the disk. */
(function (search) {
  "use strict";

  const received = new Map();
  self.__part = (key, data) => received.set(key, data);

  /* A function that promises the data of parts by their keys, in order; `root` is the address of the site's top.
     The promise fails where a file cannot be had. */
  function loader(root) {
    let version = "";
    return async function load(keys) {
      const missing = keys.filter((key) => !received.has(key)); // a page may bring its data along
      const addresses = missing.map((key) => `${root}search/${key}.js${version}`);
      if (typeof document === "object") await Promise.all(addresses.map(asElement));
      else importScripts(...addresses);
      const data = keys.map((key) => received.get(key));
      keys.forEach((key) => received.delete(key));
      if (data.includes(undefined)) throw new Error(`no data in ${addresses}`);
      const manifest = data[keys.indexOf("manifest")];
      if (manifest) version = `?${manifest.version}`; // so that no cache mixes two builds
      return data;
    };
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
