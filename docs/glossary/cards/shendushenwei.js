termCard("shendushenwei",{"term":"慎独慎微","pinyin":"shèn dú shèn wēi","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/shendushenwei.html","unexplained":"所收文件未作解释"});
