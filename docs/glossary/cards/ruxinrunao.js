termCard("ruxinrunao",{"term":"入心入脑、触及灵魂","pinyin":"rù xīn rù nǎo chù jí líng hún","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/ruxinrunao.html","unexplained":"所收文件未作解释"});
