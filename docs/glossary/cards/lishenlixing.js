termCard("lishenlixing",{"term":"立身立行立言立德","pinyin":"lì shēn lì xíng lì yán lì dé","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/lishenlixing.html","unexplained":"所收文件未作解释"});
