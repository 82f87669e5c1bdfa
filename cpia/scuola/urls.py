from django.urls import path, re_path

from cpia.scuola import views

urlpatterns = [
    path("importa/", views.importazioni, name="importazioni"),
    path("importa/nuova/", views.nuova_importazione, name="importazione_nuova"),
    re_path(
        r"^importa/modelli/(?P<tipo>classi|studenti|docenti|cattedre)\.csv$",
        views.modello,
        name="importazione_modello",
    ),
    path("importa/<int:pk>/", views.importazione, name="importazione"),
    path("importa/<int:pk>/colonne/", views.colonne, name="importazione_colonne"),
    path("importa/<int:pk>/discipline/", views.discipline, name="importazione_discipline"),
    path("importa/<int:pk>/esegui/", views.esegui, name="importazione_esegui"),
    path("importa/<int:pk>/annulla/", views.annulla, name="importazione_annulla"),
    path("importa/<int:pk>/scarta/", views.scarta, name="importazione_scarta"),
    path("importa/<int:pk>/errate.csv", views.errate, name="importazione_errate"),
]
