termCard("yandushidao",{"term":"严督实导","pinyin":"yán dū shí dǎo","kind":"提法口号","met":"见于 3 件文件，3 处","url":"glossary/yandushidao.html","unexplained":"所收文件未作解释"});
