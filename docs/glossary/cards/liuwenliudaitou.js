termCard("liuwenliudaitou",{"term":"六问六带头","pinyin":"liù wèn liù dài tóu","kind":"数字概括","met":"见于 1 件文件，1 处","url":"glossary/liuwenliudaitou.html","unexplained":"所收文件未作解释"});
