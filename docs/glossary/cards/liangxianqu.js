termCard("liangxianqu",{"term":"两先区","pinyin":"liǎng xiān qū","kind":"数字概括","met":"见于 1 件文件，1 处","url":"glossary/liangxianqu.html","unexplained":"所收文件未作解释"});
