termCard("youlingbuxing",{"term":"有令不行、有禁不止","pinyin":"yǒu lìng bù xíng yǒu jìn bù zhǐ","kind":"问题表述","met":"见于 2 件文件，3 处","url":"glossary/youlingbuxing.html","unexplained":"所收文件未作解释"});
