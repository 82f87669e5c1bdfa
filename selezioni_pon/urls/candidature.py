"""The application of who applies, from its beginning to its sending, and the own ones."""

from django.urls import URLPattern, path

from selezioni_pon.views.candidature import allegati, bozza, passi, prove, titoli

UNA = "candidature/<int:pk>/"
VOCE = f"{UNA}titoli/<int:posto>/"
FILE = "candidature/allegati/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("avvisi/<int:pk>/candidatura/", bozza.candidatura_comincia, name="candidatura_comincia"),
    path(f"{UNA}scrivi/", bozza.candidatura_scrivi, name="candidatura_scrivi"),
    path(f"{UNA}passi/<str:passo>/", passi.candidatura_passo, name="candidatura_passo"),
    path(f"{UNA}elimina/", bozza.candidatura_elimina, name="candidatura_elimina"),
    path(VOCE, titoli.candidatura_risposta, name="candidatura_risposta"),
    path(f"{VOCE}perche/", titoli.candidatura_perche, name="candidatura_perche"),
    path(f"{VOCE}prova/", prove.candidatura_prova, name="candidatura_prova"),
    path(f"{UNA}file/<str:tipo>/", allegati.candidatura_allega, name="candidatura_allega"),
    path(FILE, allegati.candidatura_file, name="candidatura_file"),
    path(f"{FILE}togli/", allegati.candidatura_file_togli, name="candidatura_file_togli"),
]
