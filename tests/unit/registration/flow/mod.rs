mod failure;
mod token;
