termCard("sanzhongquanhui",{"term":"党的十八届三中全会","pinyin":"dǎng de shí bā jiè sān zhōng quán huì","kind":"文件","met":"见于 2 件文件，6 处","url":"glossary/sanzhongquanhui.html","unexplained":"所收文件未作解释"});
