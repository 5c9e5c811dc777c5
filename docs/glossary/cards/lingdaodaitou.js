termCard("lingdaodaitou",{"term":"领导带头、层层示范","pinyin":"lǐng dǎo dài tóu céng céng shì fàn","kind":"提法口号","met":"见于 2 件文件，2 处","url":"glossary/lingdaodaitou.html","unexplained":"所收文件未作解释"});
