// Twenty demonstration rows, so that each peer renders a list as we do.
export const courses = Array.from({ length: 20 }, (_, i) => ({ id: i + 1, title: `示例课程 ${i + 1}`, level: ['初级', '中级', '高级'][i % 3], price: 1000 + 100 * i }));
