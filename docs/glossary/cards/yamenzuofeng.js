termCard("yamenzuofeng",{"term":"衙门作风","pinyin":"yá men zuò fēng","kind":"问题表述","met":"见于 1 件文件，1 处","url":"glossary/yamenzuofeng.html","unexplained":"所收文件未作解释"});
