from django.urls import path, re_path

from cpia.scuola.views import atti, caricamento, esame, inviti

urlpatterns = [
    path("importa/", caricamento.importazioni, name="importazioni"),
    path("importa/nuova/", caricamento.nuova_importazione, name="importazione_nuova"),
    re_path(
        r"^importa/modelli/(?P<tipo>classi|studenti|docenti|cattedre)\.csv$",
        esame.modello,
        name="importazione_modello",
    ),
    path("importa/<int:pk>/", esame.importazione, name="importazione"),
    path("importa/<int:pk>/colonne/", caricamento.colonne, name="importazione_colonne"),
    path("importa/<int:pk>/discipline/", caricamento.discipline, name="importazione_discipline"),
    path("importa/<int:pk>/esegui/", atti.esegui, name="importazione_esegui"),
    path("importa/<int:pk>/annulla/", atti.annulla, name="importazione_annulla"),
    path("importa/<int:pk>/scarta/", atti.scarta, name="importazione_scarta"),
    path("importa/<int:pk>/errate.csv", esame.errate, name="importazione_errate"),
    path("persone/", inviti.persone, name="persone"),
    path("persone/invita/", inviti.invita, name="persone_invita"),
    path("invito/<str:codice>/", inviti.invito, name="invito"),
]
