termCard("qunzhongluxian",{"term":"党的群众路线","pinyin":"dǎng de qún zhòng lù xiàn","kind":"提法口号","met":"见于 6 件文件，32 处","url":"glossary/qunzhongluxian.html","unexplained":"所收文件未作解释"});
