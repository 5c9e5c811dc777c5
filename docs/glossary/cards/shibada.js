termCard("shibada",{"term":"党的十八大","pinyin":"dǎng de shí bā dà","kind":"文件","met":"见于 2 件文件，4 处","url":"glossary/shibada.html","unexplained":"所收文件未作解释"});
