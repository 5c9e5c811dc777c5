termCard("lianghui",{"term":"两会","pinyin":"liǎng huì","kind":"数字概括","met":"见于 2 件文件，2 处","url":"glossary/lianghui.html","unexplained":"所收文件未作解释"});
