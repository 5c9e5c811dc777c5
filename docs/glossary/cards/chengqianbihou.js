termCard("chengqianbihou",{"term":"惩前毖后、治病救人","pinyin":"chéng qián bì hòu zhì bìng jiù rén","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/chengqianbihou.html","unexplained":"所收文件未作解释"});
