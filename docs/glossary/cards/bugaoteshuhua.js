termCard("bugaoteshuhua",{"term":"任何时候都不搞特殊化","pinyin":"rèn hé shí hou dōu bù gǎo tè shū huà","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/bugaoteshuhua.html","unexplained":"所收文件未作解释"});
