"""Minutes: editor, remarks, approval, signatures, register."""

from django.urls import path

from organi_collegiali.views.verbali import atti, lettura, registro, scrittura

urlpatterns = [
    path("<int:pk>/verbali/", registro.registro, name="verbali"),
    path("sedute/<int:pk>/verbale/", lettura.della_seduta, name="verbale_della_seduta"),
    path("verbali/<int:pk>/", lettura.verbale, name="verbale"),
    path("verbali/<int:pk>/scrivi/", scrittura.scrivi, name="verbale_scrivi"),
    path("verbali/<int:pk>/parole/", scrittura.parole, name="verbale_parole"),
    path("verbali/<int:pk>/punti/<int:punto_pk>/", scrittura.note, name="verbale_note"),
    path("verbali/<int:pk>/in-lettura/", atti.in_lettura, name="in_lettura"),
    path("verbali/<int:pk>/copia/", atti.copia, name="verbale_copia"),
    path("verbali/<int:pk>/rilievi/", atti.rilievi, name="rilievi"),
    path("verbali/rilievi/<int:pk>/", atti.rilievo, name="rilievo"),
    path("verbali/<int:pk>/firma/", atti.firma, name="firma_verbale"),
    path("verbali/<int:pk>/pubblica/", atti.pubblica, name="pubblica_verbale"),
    path("verbali/<int:pk>/ristampa/", atti.ristampa, name="verbale_ristampa"),
]
