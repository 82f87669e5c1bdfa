from django.urls import path

from cpia.norme.views import bozze, confronto, controllo, lettura, regole, termine

urlpatterns = [
    path("regolamenti/", lettura.regolamenti, name="regolamenti"),
    path("regolamenti/parametri/", lettura.parametri_vigenti, name="parametri_vigenti"),
    path("regolamenti/controllo/", controllo.controllo, name="controllo_regolamenti"),
    path("regolamenti/confronto/", confronto.confronto, name="confronto_regolamenti"),
    path("regolamenti/termine/", termine.termine, name="termine_regolamenti"),
    path("regolamenti/nuovo/", bozze.nuovo, name="regolamento_nuovo"),
    path("regolamenti/<int:pk>/", lettura.regolamento, name="regolamento"),
    path("regolamenti/<int:pk>/versione/", bozze.nuova_versione, name="regolamento_versione"),
    path("regolamenti/<int:pk>/bozza/", bozze.bozza, name="regolamento_bozza"),
    path("regolamenti/<int:pk>/bozza/regola/", regole.regola, name="regolamento_regola"),
    path("regolamenti/<int:pk>/bozza/verifica/", regole.verifica, name="regolamento_verifica"),
    path("regolamenti/<int:pk>/bozza/togli/", regole.togli, name="regolamento_togli"),
    path("regolamenti/<int:pk>/bozza/adotta/", bozze.adotta, name="regolamento_adotta"),
    path("regolamenti/<int:pk>/bozza/scarta/", bozze.scarta, name="regolamento_scarta"),
]
