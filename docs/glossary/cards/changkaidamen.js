termCard("changkaidamen",{"term":"敞开大门、群众参与","pinyin":"chǎng kāi dà mén qún zhòng cān yù","kind":"提法口号","met":"见于 2 件文件，2 处","url":"glossary/changkaidamen.html","unexplained":"所收文件未作解释"});
