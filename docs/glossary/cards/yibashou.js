termCard("yibashou",{"term":"一把手","pinyin":"yī bǎ shǒu","kind":"单位与人员","met":"见于 2 件文件，9 处","url":"glossary/yibashou.html","unexplained":"所收文件未作解释"});
