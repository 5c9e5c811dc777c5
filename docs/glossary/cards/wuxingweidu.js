termCard("wuxingweidu",{"term":"五型魏都","pinyin":"wǔ xíng wèi dū","kind":"数字概括","met":"见于 1 件文件，2 处","url":"glossary/wuxingweidu.html","unexplained":"所收文件未作解释"});
