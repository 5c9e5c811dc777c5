termCard("hexinjiazhiguan",{"term":"社会主义核心价值观","pinyin":"shè huì zhǔ yì hé xīn jià zhí guān","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/hexinjiazhiguan.html","unexplained":"所收文件未作解释"});
