"""The scoring grids, their sections and items, the form that they would give."""

from django.urls import URLPattern, path

from selezioni_pon.views.griglie import anteprima, atti, lettura, scrittura, sezioni, voci

UNA = "griglie/<int:pk>/"
SEZIONE = f"{UNA}sezioni/<int:s>/"
VOCE = f"{SEZIONE}voci/<int:v>/"

urlpatterns: list[URLPattern] = [
    path("griglie/", lettura.griglie, name="griglie"),
    path("griglie/nuova/", scrittura.griglia_nuova, name="griglia_nuova"),
    path(UNA, lettura.griglia, name="griglia"),
    path(f"{UNA}copia/", atti.griglia_copia, name="griglia_copia"),
    path(f"{UNA}elimina/", atti.griglia_elimina, name="griglia_elimina"),
    path(f"{UNA}ritira/", atti.griglia_ritira, name="griglia_ritira"),
    path(f"{UNA}dati/", scrittura.griglia_dati, name="griglia_dati"),
    path(f"{UNA}file/", lettura.griglia_file, name="griglia_file"),
    path(f"{UNA}anteprima/", anteprima.griglia_anteprima, name="griglia_anteprima"),
    path(f"{UNA}prova/", anteprima.griglia_prova, name="griglia_prova"),
    path(f"{UNA}sezioni/nuova/", sezioni.sezione_nuova, name="sezione_nuova"),
    path(SEZIONE, sezioni.sezione, name="sezione"),
    path(f"{SEZIONE}togli/", sezioni.sezione_togli, name="sezione_togli"),
    path(f"{SEZIONE}sposta/", sezioni.sezione_sposta, name="sezione_sposta"),
    path(f"{SEZIONE}voci/nuova/", voci.voce_nuova, name="voce_nuova"),
    path(VOCE, voci.voce, name="voce"),
    path(f"{VOCE}togli/", voci.voce_togli, name="voce_togli"),
    path(f"{VOCE}sposta/", voci.voce_sposta, name="voce_sposta"),
]
