termCard("zuzhihuansan",{"term":"组织涣散、纪律松弛","pinyin":"zǔ zhī huàn sàn jì lǜ sōng chí","kind":"问题表述","met":"见于 2 件文件，3 处","url":"glossary/zuzhihuansan.html","unexplained":"所收文件未作解释"});
