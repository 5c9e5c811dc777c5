termCard("jinggangshanjingshen",{"term":"井冈山精神","pinyin":"jǐng gāng shān jīng shén","kind":"人物与精神","met":"见于 1 件文件，1 处","url":"glossary/jinggangshanjingshen.html","unexplained":"所收文件未作解释"});
