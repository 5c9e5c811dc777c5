termCard("shigepubianxingwenti",{"term":"10个普遍性问题","pinyin":"10 gè pǔ biàn xìng wèn tí","kind":"数字概括","met":"见于 1 件文件，1 处","url":"glossary/shigepubianxingwenti.html","unexplained":"所收文件未作解释"});
