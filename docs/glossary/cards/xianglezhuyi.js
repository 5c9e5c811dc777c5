termCard("xianglezhuyi",{"term":"享乐主义","pinyin":"xiǎng lè zhǔ yì","kind":"问题表述","met":"见于 2 件文件，2 处","url":"glossary/xianglezhuyi.html","unexplained":"所收文件未作解释"});
