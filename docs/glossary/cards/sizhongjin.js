termCard("sizhongjin",{"term":"拼劲、闯劲、冲劲、韧劲","pinyin":"pīn jìn chuǎng jìn chòng jìn rèn jìn","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/sizhongjin.html","unexplained":"所收文件未作解释"});
