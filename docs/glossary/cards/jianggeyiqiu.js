termCard("jianggeyiqiu",{"term":"降格以求","pinyin":"jiàng gé yǐ qiú","kind":"提法口号","met":"见于 2 件文件，2 处","url":"glossary/jianggeyiqiu.html","unexplained":"所收文件未作解释"});
