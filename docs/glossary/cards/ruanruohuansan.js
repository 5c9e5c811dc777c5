termCard("ruanruohuansan",{"term":"软弱涣散","pinyin":"ruǎn ruò huàn sàn","kind":"问题表述","met":"见于 2 件文件，2 处","url":"glossary/ruanruohuansan.html","unexplained":"所收文件未作解释"});
