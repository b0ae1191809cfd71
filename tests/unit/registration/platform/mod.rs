mod check;
mod commerce_layer;
mod ecwid;
